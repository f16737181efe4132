export function changedChecks() {
  return { lanes: [], browserTests: null }
}
