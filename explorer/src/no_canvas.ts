/** Stands in for the optional package "canvas" of linkedom: SVG figures are drawn without one. */
export default {};
