/** One polite announcement; assistive technology reads it when the text changes. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div className="vh" role="status" aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
