const DARK_CLASS = 'pf-v6-theme-dark';

/** Follows what the person set in the system: PatternFly takes its dark colours from a class on the root element. */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.classList.toggle(DARK_CLASS, dark.matches);
  };
  dark.addEventListener('change', apply);
  apply();
}
