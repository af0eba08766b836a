/** Light, dark, or as the system has it. Remembered where storage is to be had; frames of other sites have none. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'heapglass.theme';

export function rememberedTheme(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system'; // localStorage throws in third-party frames
  }
}

export function rememberTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // Nothing to remember it in: the choice lasts as long as the page.
  }
}

/** Whether the page is dark now. `systemIsDark`: for those who follow the system's changes. */
export function isDark(
  choice: ThemeChoice,
  systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches,
): boolean {
  return choice === 'dark' || (choice === 'system' && systemIsDark);
}
