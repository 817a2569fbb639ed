#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "cli/install/commands.hpp"
#include "cli/install/manual_page.hpp"
#include "io/atomic_file.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct ManualOptions {
    std::vector<std::string> command;
    std::string folder;
};

void write_pages(const std::vector<CommandText>& commands, const std::string& folder, Session& session) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw FileError(folder + ": cannot be made: " + error.message());
    for (const CommandText& command : commands)
        write_file_atomically((std::filesystem::path(folder) / manual_page_name(command)).string(),
                              manual_page(command, commands));
    note(session, std::to_string(commands.size()) + " pages written into " + folder);
}

void print_page(const std::vector<CommandText>& commands, const std::vector<std::string>& path, Session& session) {
    const auto found = std::ranges::find(commands, path, &CommandText::path);
    if (found == commands.end()) {
        CommandText asked;
        asked.path = path;
        std::vector<std::string> names;
        for (const CommandText& command : commands) names.push_back(path_text(command));
        throw UsageError("there is no command '" + path_text(asked) + "'; " + name_hint(path_text(asked), names));
    }
    print_text(session, manual_page(*found, commands));
}

}  // namespace

void add_manual(CLI::App& program, Session& session) {
    const auto options = std::make_shared<ManualOptions>();
    CLI::App& app = add_command(
        program, "manual",
        "The manual page of a command in the format of man, or of all commands as files. It is made from the table of "
        "options that reads the command line itself.",
        {{"tarazy manual align similarity | man -l -", "read the page of a command"},
         {"tarazy manual --pages ~/.local/share/man/man1", "write the pages of all commands where man finds them"}},
        session, [&program, &session, options] {
            const std::vector<CommandText> commands = command_list(program);
            if (options->folder.empty()) return print_page(commands, options->command, session);
            if (!options->command.empty())
                throw UsageError("--pages writes the pages of all commands; leave '" + options->command.front() +
                                 "' away, or --pages");
            write_pages(commands, options->folder, session);
        });
    app.add_option("command", options->command, "words of a command (default: the program itself)");
    app.add_option("--pages", options->folder, "folder into which the pages of all commands are written");
}

}  // namespace tarazy
