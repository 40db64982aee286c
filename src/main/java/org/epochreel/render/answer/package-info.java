/**
 * Answers what panels want to see of a model. Begin with {@link org.epochreel.render.answer.ModelAnswers}.
 */
package org.epochreel.render.answer;
