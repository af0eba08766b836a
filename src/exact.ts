/** The page "How exact is it?" is static; this only gives it the theme that the reader has chosen. */
import './view/style.css';
import { isDark, rememberedTheme } from './view/state/theme.ts';

document.documentElement.dataset.theme = isDark(rememberedTheme()) ? 'dark' : 'light';
