export function ChoosePage() {
  return <h1>ChoosePage</h1>;
}
