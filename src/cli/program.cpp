#include "cli/program.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/program_version.hpp"
#include "cli/align/commands.hpp"
#include "cli/compare/commands.hpp"
#include "cli/data/commands.hpp"
#include "cli/given_tables.hpp"
#include "cli/install/commands.hpp"
#include "cli/network/commands.hpp"
#include "cli/serve/commands.hpp"
#include "cli/simulate/commands.hpp"
#include "cli/study/commands.hpp"
#include "cli/text/commands.hpp"
#include "cli/trace/commands.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tarazy {
namespace {

/// The innermost sub-command that was named on the command line.
const CLI::App& deepest(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : deepest(*chosen.front());
}

std::vector<std::string> names_in(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

bool on_path(const CLI::App* app, const std::string& name) {
    for (; app != nullptr; app = app->get_parent()) {
        if (app->get_name() == name) return true;
    }
    return false;
}

/// CLI11 writes the bounds of numbers with six decimals, "0.000000 to 1797693..." for those above 0; the option's type
/// says them shorter.
std::string with_readable_bounds(const CLI::App& app, const std::string& message) {
    const auto name_ends = message.find(": Value "), value_ends = message.find(" not in range ");
    if (name_ends == std::string::npos || value_ends == std::string::npos) return message;
    const std::string name = message.substr(0, name_ends);
    const CLI::Option* option = app.get_option_no_throw(name);
    if (option == nullptr) return message;
    const std::string said = name + " is " + message.substr(name_ends + 8, value_ends - name_ends - 8),
                      type = option->get_type_name();
    if (type.find("NONNEGATIVE") != std::string::npos) return said + "; give a number of 0 or more";
    if (type.find("POSITIVE") != std::string::npos) return said + "; give a number above 0";
    const auto from = type.find('['), dash = type.find(" - ", from), to = type.find(']', dash);
    if (!type.starts_with("FLOAT") || to == std::string::npos) return message;
    return said + "; give a number from " + type.substr(from + 1, dash - from - 1) + " to " +
           type.substr(dash + 3, to - dash - 3);
}

}  // namespace

// CLI11 says what it could not use; we add what the user probably meant.
std::string usage_message(const CLI::App& program, const CLI::ParseError& error,
                          const std::vector<std::string>& arguments) {
    const CLI::App& app = deepest(program);
    const std::string message = with_readable_bounds(app, error.what());
    const bool takes_commands = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
    const bool takes_words = !app.get_options([](const CLI::Option* o) { return o->get_positional(); }).empty();
    const std::vector<std::string> names = names_in(app);
    const auto is_known = [&](const std::string& name) {
        return std::ranges::find(names, name) != names.end() || on_path(&app, name);
    };
    for (const std::string& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (name.starts_with("--") && !is_known(name) && message.find(argument) != std::string::npos)
            return "unknown option " + name + "; " + name_hint(name, names);
    }
    // A command that takes words too (a folder) has taken those that it could.
    if (takes_commands && (!takes_words || error.get_name() == "ExtrasError")) {
        for (const std::string& name : arguments)
            if (!name.starts_with("-") && !is_known(name))
                return "unknown command '" + name + "'; " + name_hint(name, names);
    }
    return message;
}

std::string named_commands(const CLI::App& program) {
    std::string path;
    for (const CLI::App* app = &deepest(program); app != nullptr && app != &program; app = app->get_parent())
        path = ' ' + app->get_name() + path;
    return path;
}

std::unique_ptr<CLI::App> build_program(Session& session) {
    auto program = std::make_unique<CLI::App>(
        "Tarazy weighs how a state keeps its balance between great powers.\n\n"
        "Examples:\n"
        "  tarazy study run studies/kazakhstan\n"
        "      run a whole study and write its report\n"
        "  tarazy data states Kazakhstan 365 DEU\n"
        "      look up state codes",
        "tarazy");
    program->set_version_flag("--version", "tarazy " + program_version());
    program->require_subcommand(1);
    for (const auto add_commands :
         {add_align_commands, add_compare_commands, add_data_commands, add_network_commands, add_simulate_commands,
          add_study_commands, add_text_commands, add_trace_commands, add_serve_command, add_install_commands})
        add_commands(*program, session);
    return program;
}

CommandResult run_command(const std::vector<std::string>& arguments, const GivenTables& tables, const Work& work) {
    CommandResult result;
    Session session;
    session.work = work;
    session.arguments = arguments;
    session.given = &tables;
    session.result = &result;
    const std::unique_ptr<CLI::App> program = build_program(session);
    try {
        program->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForVersion& version) {
        result.text = std::string(version.what()) + '\n';
    } catch (const CLI::Success&) {
        result.text = deepest(*program).help();
    } catch (const CLI::ParseError& error) {
        const std::string message = usage_message(*program, error, arguments);
        throw UsageError(misplaced_table(session, message).value_or(message));
    } catch (const InputError& error) {
        // What is at fault in no file may be a word that is the name of a table.
        const bool of_a_file = !error.problems().front().file.empty();
        if (const auto misplaced = misplaced_table(session, of_a_file ? error.what() : ""))
            throw UsageError(*misplaced);
        throw;
    } catch (const std::runtime_error& error) {  // UsageError, FileError, LimitError
        if (const auto misplaced = misplaced_table(session, error.what())) throw UsageError(*misplaced);
        throw;
    }
    if (const auto misplaced = misplaced_table(session, "")) throw UsageError(*misplaced);
    result.status = session.status;
    result.notes = std::move(session.notes);
    result.warnings = std::move(session.warnings);
    return result;
}

}  // namespace tarazy
