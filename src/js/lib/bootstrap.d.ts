// The source that Bootstrap's own bundle is made of: modules, a quarter smaller, without types.
declare module 'bootstrap/js/src/offcanvas.js' {
  /** What a panel needs of it. */
  const offcanvas: {
    getOrCreateInstance(element: Element): { show(): void; hide(): void }
  }
  export default offcanvas
}
