declare module 'bootstrap/js/src/offcanvas.js' {
  export { default } from 'bootstrap/js/dist/offcanvas'
}
