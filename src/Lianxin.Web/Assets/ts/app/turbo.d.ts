declare module '@hotwired/turbo' {
  interface FetchResponse { redirected: boolean; succeeded: boolean; statusCode: number; location: URL; responseHTML: Promise<string | undefined> }
  interface VisitOptions { action?: 'advance' | 'replace'; response?: { statusCode: number; redirected: boolean; responseHTML: string } }
  export function visit(location: string | URL): void;
  export const session: { visit(location: string | URL, options: VisitOptions): void };
  export const cache: { exemptPageFromCache(): void };
}
