/** The REST API lies beside the page, below the engine's context root. */
export const API_BASE = `${import.meta.env.BASE_URL}api/v1`;
