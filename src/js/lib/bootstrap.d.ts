// Bootstrap's source modules, which are a quarter smaller than its bundle but have no types.
declare module 'bootstrap/js/src/offcanvas.js' {
  /** The part that a panel uses. */
  const offcanvas: {
    getOrCreateInstance(element: Element): { show(): void; hide(): void }
  }
  export default offcanvas
}
