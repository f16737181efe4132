// Three.js comes without types, and its own package of them is 2 MB for one name.
declare module 'three/examples/jsm/libs/meshopt_decoder.module.js' {
  /** What three.js takes to unpack a mesh. */
  export const MeshoptDecoder: object
}
