/** The page "How exact is it?" is static; this only gives it the theme that the reader has chosen. */
import './view/style.css';
import { isDark, rememberedTheme } from './view/state/theme.ts';

const system = matchMedia('(prefers-color-scheme: dark)');
const show = (): void => {
  document.documentElement.dataset.theme = isDark(rememberedTheme(), system.matches) ? 'dark' : 'light';
};
show();
system.addEventListener('change', show);
