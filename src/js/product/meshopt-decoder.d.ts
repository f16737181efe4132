// Three.js has no types of its own, and its types package is 2 MB for one name.
declare module 'three/examples/jsm/libs/meshopt_decoder.module.js' {
  /** What three.js uses to decode a mesh. */
  export const MeshoptDecoder: object
}
