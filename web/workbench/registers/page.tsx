export function RegistersPage() {
  return <h1>RegistersPage</h1>;
}
