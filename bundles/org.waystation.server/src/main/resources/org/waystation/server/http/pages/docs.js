// A page to read: nothing can be sent from it, and nothing is asked of another server.
window.addEventListener('load', () => SwaggerUIBundle({
  url: 'openapi.yaml',
  dom_id: '#page',
  deepLinking: true,
  displayOperationId: false,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  filter: true,
  supportedSubmitMethods: [],
  validatorUrl: null,
  syntaxHighlight: { activated: false },
}));
