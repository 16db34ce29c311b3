export function CorridorPage() {
  return <h1>CorridorPage</h1>;
}
