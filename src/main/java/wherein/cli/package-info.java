/**
 * Which command?
 *
 * <p>In: arguments. Out: data on standard output, what a person should know on standard error, an exit code. The only
 * place where the packages are wired together. Start at {@link wherein.cli.Main}.
 */
package wherein.cli;
