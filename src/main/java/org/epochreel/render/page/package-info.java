/** The page that shows a film. Begin with {@link org.epochreel.render.page.FilmPage}. */
package org.epochreel.render.page;
