#include "cli/install/commands.hpp"
#include "cli/install/shell_completion.hpp"

#include <memory>

namespace tarazy {

void add_completion(CLI::App& program, Session& session) {
    const auto shell = std::make_shared<std::string>();
    CLI::App& app = add_command(
        program, "completion",
        "Completion of commands, options and their words for a shell. It is made from the table of options that reads "
        "the command line itself.",
        {{"eval \"$(tarazy completion bash)\"", "complete in this shell from now on"},
         {"tarazy completion zsh -o ~/.zsh/completions/_tarazy", "a file for a folder of $fpath"},
         {"tarazy completion fish -o ~/.config/fish/completions/tarazy.fish", "a file that fish loads by itself"}},
        session, [&program, &session, shell] { print_text(session, shell_completion(*shell, command_list(program))); });
    app.add_option("shell", *shell, "the shell")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

}  // namespace tarazy
