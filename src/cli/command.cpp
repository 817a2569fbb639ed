#include "cli/command.hpp"

#include "base/error.hpp"
#include "base/printable.hpp"
#include "base/program_version.hpp"
#include "base/ranks.hpp"
#include "cli/json_layout.hpp"
#include "cli/json_rows.hpp"
#include "cli/output_format.hpp"
#include "cli/progress_line.hpp"
#include "cli/reading_options.hpp"
#include "cli/table_on_terminal.hpp"
#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/read_table.hpp"
#include "io/reading_changes.hpp"
#include "io/sink_stream.hpp"
#include "io/table_format.hpp"
#include "io/write_latex.hpp"
#include "io/write_table.hpp"
#include "study/reading_hints.hpp"
#include "table/rounding.hpp"

#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>
#include <string_view>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

/// The document up to its result, which is the last thing in it, and what stands behind that.
std::string head_of_document(const Session& session) {
    ordered_json inputs = ordered_json::array();
    for (const FileRead& input : session.inputs) {
        inputs.push_back({{"path", input.path}, {"sha256", input.sha256}, {"rows", input.rows}});
    }
    ordered_json document;
    document["tarazy"] = {
        {"version", program_version()}, {"command", session.command}, {"arguments", session.arguments},
        {"seed", session.seed},         {"inputs", inputs},           {"warnings", session.warnings},
        {"notes", session.notes}};
    document["result"] = nullptr;
    std::string text = document.dump(2, ' ', false, ordered_json::error_handler_t::replace);
    return text.substr(0, text.rfind("null"));
}
constexpr const char* foot_of_document = "\n}\n";

/// Is the result handed to the program that called, rather than to a file or to standard output?
bool handed_over(const Session& session) {
    return session.result != nullptr && session.output.empty();
}

void emit(const Session& session, const std::string& bytes) {
    if (handed_over(session)) {
        session.result->text += bytes;
        return;
    }
    if (!session.output.empty()) {
        const Compression compression = named_compression(session.output);
        write_file_atomically(session.output,
                              compression == Compression::none ? bytes : packed(bytes, compression, session.work));
        return;
    }
    erase_progress(session);
    constexpr std::size_t piece = std::size_t{1} << 20;
    for (std::size_t at = 0; at < bytes.size() && std::cout; at += piece) {
        session.work.check();
        std::cout.write(bytes.data() + at, static_cast<std::streamsize>(std::min(piece, bytes.size() - at)));
    }
    std::cout.flush();
    // A reader that went away (`| head`) is no fault of ours; a full disk behind a redirection is.
    if (!std::cout && errno != EPIPE) {
        throw FileError(std::string("standard output: cannot be written (") + std::strerror(errno) + ")");
    }
}

/// The document whose result `write` writes, piece by piece; as a whole where it is packed or handed over.
void emit_document(Session& session, const std::function<void(std::ostream&)>& write) {
    check_reading(session);
    const auto write_all = [&, head = head_of_document(session)](std::ostream& out) {
        out << head;
        write(out);
        out << foot_of_document;
    };
    if (!handed_over(session) && session.output.empty()) {
        erase_progress(session);
        write_all(std::cout);
        emit(session, "");
    } else if (!handed_over(session) && named_compression(session.output) == Compression::none) {
        write_file_in_pieces(session.output, [&](const ByteSink& sink) {
            SinkStream out(sink);
            write_all(out);
            out.flush();
        });
    } else {
        std::ostringstream text;
        write_all(text);
        if (handed_over(session)) {
            session.result->json = std::move(text).str();
        } else {
            emit(session, std::move(text).str());
        }
    }
}

/// On standard error, where there is a person to read it.
void say_aside(const Session& session, const std::string& line) {
    erase_progress(session);
    if (session.result == nullptr) std::cerr << line << '\n';
}

/// Help that opens with the examples, then says what the command is for. They are kept out of the description, which
/// also stands in the list of sub-commands.
class HelpWithExamples : public CLI::Formatter {
public:
    explicit HelpWithExamples(std::vector<Example> examples) : examples_(std::move(examples)) {
        for (const Example& example : examples_) text_ += "  " + example.command + "\n      " + example.purpose + "\n";
    }
    [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }
    std::string make_description(const CLI::App* app) const override {
        return "Examples:\n" + text_ + "\n" + CLI::Formatter::make_description(app);
    }

private:
    std::vector<Example> examples_;
    std::string text_;
};

/// How the remedies of readers of tables are worded for a command.
using HintWording = std::string (*)(std::string_view);

/// Commands without the options of reading must not be told to use them.
HintWording wording_of_hints(bool reads_tables, const std::string& command) {
    if (reads_tables) return nullptr;
    return command == "study new" ? hint_of_convert : hint_of_study_file;
}

/// A command that fails for want of a column may do so because --rename was mistyped: that is told first.
void run_told(Session& session, const std::function<void()>& run, HintWording wording) {
    try {
        run();
    } catch (const InputError& error) {
        std::vector<Problem> problems = reading_problems(session);
        if (problems.empty() && (wording == nullptr || wording(error.what()) == error.what())) throw;
        for (Problem problem : error.problems()) {
            if (wording != nullptr) problem.what = wording(problem.what), problem.remedy = wording(problem.remedy);
            problems.push_back(std::move(problem));
        }
        const std::string_view said = error.what();
        if (const auto rest = said.rfind("\n... and "); rest != std::string_view::npos)
            problems.push_back({"", 0, 0, std::string(said.substr(rest + 1)), ""});
        throw InputError(std::move(problems));
    }
    check_reading(session);
}

}  // namespace

bool Session::color() const {
    return !no_color && std::getenv("NO_COLOR") == nullptr && ::isatty(STDERR_FILENO) == 1;
}
bool Session::writes_to_terminal() const {
    return result == nullptr && output.empty() && ::isatty(STDOUT_FILENO) == 1;
}

CLI::App& add_noun(CLI::App& program, const std::string& name, const std::string& summary) {
    CLI::App& noun = *program.add_subcommand(name, summary);
    noun.require_subcommand(1);
    return noun;
}

std::vector<Example> examples_of(const CLI::App& command) {
    const auto* help = dynamic_cast<const HelpWithExamples*>(command.get_formatter().get());
    return help == nullptr ? std::vector<Example>() : help->examples();
}

CLI::App& add_command(CLI::App& noun, const std::string& verb, const std::string& summary,
                      const std::vector<Example>& examples, Session& session, std::function<void()> run) {
    CLI::App& app = *noun.add_subcommand(verb, summary);
    app.formatter(std::make_shared<HelpWithExamples>(examples));
    app.add_option("--format", session.format,
                   "table (default on a terminal), csv, json or latex (default for -o FILE.tex)")
        ->check(CLI::IsMember({"table", "csv", "json", "latex"}));
    app.add_option("--output,-o", session.output, "write the result to this file instead of standard output");
    app.add_option("--digits", session.decimals,
                   "decimals of the numbers that are no whole ones (default: all in csv and json, three in latex)")
        ->check(CLI::Range(0, most_decimals));
    app.add_option("--seed", session.seed, "seed of the random numbers")
        ->check([](const std::string& text) {
            return text.starts_with('-') ? "the seed '" + text + "' is below 0; give 0 or more" : std::string();
        })
        ->capture_default_str();
    app.add_option("--threads", session.threads, "threads to use (0 = all cores); never changes the result")
        ->check(CLI::Range(0u, 1024u));
    app.add_flag("--quiet,-q", session.quiet, "no warnings and no progress on standard error");
    app.add_option("--progress", session.progress_form,
                   "line (on a terminal), or lines: what is under way as lines of JSON on standard error, for programs")
        ->check(CLI::IsMember({"line", "lines"}))
        ->capture_default_str();
    app.add_flag("--no-color", session.no_color, "no colours (also by setting NO_COLOR)");
    app.add_flag("--spreadsheet-safe", session.spreadsheet_safe,
                 "prefix text cells that start with = + - @ so that spreadsheets do not run them");
    std::string name = verb;
    for (const CLI::App* at = &noun; at->get_parent() != nullptr; at = at->get_parent())
        name = at->get_name() + ' ' + name;
    const bool reads_tables = noun.get_parent() != nullptr && noun.get_name() != "study";
    if (reads_tables) add_reading_options(app, session);
    app.callback([&session, name, reads_tables, run = std::move(run)] {
        session.command = name;
        if (session.progress != nullptr && !session.quiet) session.progress->show();
        // Of a study the output may be a folder, and that of `report` is HTML.
        if (reads_tables) require_written_ending(session.output);
        settle_format(session);
        settle_reading(session);
        if (ranks_in_step().rank != 0) session.output.clear();  // the first process writes
        run_told(session, run, wording_of_hints(reads_tables, name));
    });
    return app;
}

/// A result must not take the place of the table that it was made from.
void require_output_beside_inputs(const Session& session) {
    std::error_code unknown;
    if (session.output.empty() || !std::filesystem::is_regular_file(session.output, unknown)) return;
    for (const FileRead& input : session.inputs) {
        if (!std::filesystem::equivalent(session.output, input.path, unknown) || unknown) continue;
        throw UsageError("-o '" + session.output + "' is a table that the command reads; name another file");
    }
}

void check_reading(Session& session) {
    require_output_beside_inputs(session);
    Diagnostics diagnostics;
    for (Problem& problem : reading_problems(session)) diagnostics.add(std::move(problem));
    diagnostics.throw_if_any();
}

void decode_input(Session& session, const std::string& path, std::string_view bytes, DecodedText& result) {
    decode_text(bytes, path, session.reading.encoding, result);
    if (result.assumed)
        warn(session,
             path + ": the text is not UTF-8; it was read as " + result.encoding + "; --encoding says otherwise");
}

Table read_input(Session& session, const std::string& path) {
    if (session.given != nullptr && session.given->contains(path)) {
        Table table = session.given->at(path);
        change_as_asked(table, session.reading);
        session.inputs.push_back({path, table.origin.sha256, table.rows(), table.names});
        for (const std::string& sentence : table.origin.notes) note(session, path + ": " + sentence);
        return table;
    }
    ReadOptions reading = session.reading;
    reading.work = session.work;
    Table table = read_table(path, reading);
    session.inputs.push_back({path, table.origin.sha256, table.rows(), table.names});
    for (const std::string& sentence : table.origin.notes) note(session, path + ": " + sentence);
    return table;
}

void erase_progress(const Session& session) {
    if (session.progress != nullptr) session.progress->erase();
}

void note(Session& session, std::string message) {
    if (!session.quiet) say_aside(session, "note: " + printable(message));
    session.notes.push_back(std::move(message));
}

void warn(Session& session, std::string message) {
    if (!session.quiet)
        say_aside(session, (session.color() ? "\033[33mwarning:\033[0m " : "warning: ") + printable(message));
    session.warnings.push_back(std::move(message));
}

void tell(Session& session, std::string line) {
    if (!session.quiet) tell_fault(session, std::move(line));
}

void tell_fault(Session& session, std::string line) {
    say_aside(session, printable(line));
    if (session.result != nullptr) session.result->told.push_back(std::move(line));
}

void print_table(Session& session, const Table& exact) {
    check_reading(session);
    if (handed_over(session)) {
        session.result->table = exact;
        return;
    }
    require_written_ending(session.output);
    std::optional<Table> shorter;
    if (session.decimals) shorter = rounded(exact, *session.decimals);
    const Table& table = shorter ? *shorter : exact;
    if (session.format == "json") {
        emit_document(session, [&](std::ostream& out) {
            JsonLayout layout(out, 1);
            // On standard output a line of progress would fall among the rows.
            const Work work = session.output.empty() ? session.work.unheard() : session.work;
            write_rows_json(
                table, [&](std::string_view piece) { layout.feed(piece); }, work);
            layout.finish();
        });
    } else if (is_binary_table(session.output)) {
        write_table(table, session.output, {.spreadsheet_safe = session.spreadsheet_safe, .work = session.work});
    } else if (session.format == "table") {
        emit(session, table_on_terminal(table, session.decimals, session.work));
    } else if (session.format == "latex") {
        // A small number rounded beforehand would be taken for a zero.
        emit(session, to_latex(exact, session.decimals.value_or(3)));
    } else {
        const std::string extension = format_extension(session.output);
        const bool tabs = extension == ".tsv" || extension == ".tab";
        emit(session, to_csv(table, {.delimiter = tabs ? '\t' : ',',
                                     .spreadsheet_safe = session.spreadsheet_safe,
                                     .work = session.work}));
    }
}

void write_beside(const Session& session, const Table& table, const std::string& path) {
    write_table(table, path, {.spreadsheet_safe = session.spreadsheet_safe, .work = session.work});
}

void require_unguarded(const Session& session) {
    if (!session.spreadsheet_safe) return;
    throw UsageError(
        "--spreadsheet-safe is for a table, not for a folder of results, which 'tarazy study verify' compares byte by "
        "byte; for one of its tables run 'tarazy data convert FILE COPY.csv --spreadsheet-safe'");
}

void print_json(Session& session, const std::string& json_text, const Table* as_table) {
    if (!handed_over(session) && as_table != nullptr && session.format != "json") {
        print_table(session, *as_table);
        return;
    }
    if (!handed_over(session) && session.format_asked && session.format == "csv")
        throw UsageError("the result is nested and has no form as a table; write a .json file, or --format json");
    emit_document(session, [&](std::ostream& out) {
        JsonLayout layout(out, 1, handed_over(session) ? std::nullopt : session.decimals);
        constexpr std::size_t piece = std::size_t{1} << 20;
        for (std::size_t at = 0; at < json_text.size(); at += piece) {
            session.work.check();
            layout.feed(std::string_view(json_text).substr(at, piece));
        }
        layout.finish();
    });
    if (handed_over(session) && as_table != nullptr) session.result->table = *as_table;
}

void stream_json(Session& session, const std::function<void(std::ostream&)>& write) {
    if (!session.decimals && !handed_over(session)) return emit_document(session, write);
    std::ostringstream exact;
    write(exact);
    print_json(session, std::move(exact).str());
}

void print_text(Session& session, const std::string& text) {
    if (is_binary_table(session.output)) {
        throw UsageError("the result is a text, which '" + session.output + "' cannot hold; name a .txt file");
    }
    check_reading(session);
    const bool to_be_read = session.output.empty() && (session.format == "table" || session.writes_to_terminal());
    emit(session, to_be_read ? printable(text) : text);
}

void require_own_format(const Session& session, const std::string& ending) {
    if (!session.format_asked || format_extension(session.output) == ".txt") return;
    throw UsageError("the result is a text of its own format, which " +
                     (session.output.empty() ? "--format " + session.format : "'" + session.output + "'") +
                     " does not fit; let the name end in " + ending + " and leave out --format");
}

}  // namespace tarazy
