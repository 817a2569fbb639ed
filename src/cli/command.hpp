#pragma once

#include "base/work.hpp"
#include "io/decoded_text.hpp"
#include "io/read_table.hpp"
#include "table/table.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

class ProgressLine;

/// Exit statuses of every command (docs/commands.md).
enum ExitStatus : int {
    exit_done = 0,
    exit_check_failed = 1,
    exit_usage = 2,
    exit_input = 3,
    exit_file = 4,
    exit_limit = 5,
    exit_own_bug = 70,
    exit_interrupted = 130,
};

struct Example {
    std::string command;
    std::string purpose;
};

/// What a command read, for the header of its JSON result.
struct FileRead {
    std::string path;
    std::string sha256;
    std::size_t rows = 0;
    std::vector<std::string> columns = {};
};

/// Tables that are handed over in place of files: where a command is given such a name as a path, it reads the table.
using GivenTables = std::map<std::string, Table>;

/// What a command gives when it is run inside another program (a package for another language, the local server):
/// nothing goes to standard output or error then.
struct CommandResult {
    int status = 0;              ///< exit_done, or another where a check found something or a part has no result
    std::optional<Table> table;  ///< of commands whose result is a table, with all digits,
    std::string json;            ///< of commands whose result is nested: the document with its header,
    std::string text;            ///< of those that write a text
    std::vector<std::string> notes, warnings;
    std::vector<std::string> told;  ///< sizes, files written
};

/// The options of reading as typed.
struct ReadingWords {
    std::string sheet, encoding, delimiter, decimal;
    std::size_t header_row = 0;
    std::vector<std::string> missing, rename, recode;
};

/// One invocation of one command: its common options, what it read, what it has to say.
struct Session {
    std::string format;  ///< "table", "csv", "json" or "latex"
    std::string output;  ///< --output, or empty for standard output
    std::uint64_t seed = 1;
    unsigned threads = 0;                ///< 0 = all cores
    std::string progress_form = "line";  ///< --progress
    bool quiet = false;
    bool no_color = false;
    bool spreadsheet_safe = false;
    bool format_asked = false;  ///< by --format, or by the ending of --output
    ReadingWords reading_words;
    ReadOptions reading;  ///< of every table that the command reads

    std::string command;                 ///< "align similarity"
    std::vector<std::string> arguments;  ///< as typed, without the program's name
    std::vector<FileRead> inputs;
    std::vector<std::string> warnings;
    std::vector<std::string> notes;  ///< what was assumed
    ReadingMatches reading_matches;
    bool reading_told = false;
    int status = exit_done;
    Work work;                         ///< for whatever takes long: stopped by Ctrl-C, shown on the progress line
    ProgressLine* progress = nullptr;  ///< none in tests
    std::optional<int> decimals;       ///< --digits: of numbers that are no whole ones
    const GivenTables* given = nullptr;
    CommandResult* result = nullptr;  ///< where set, what would be printed is put there

    [[nodiscard]] bool color() const;               ///< is standard error a terminal that may be coloured?
    [[nodiscard]] bool writes_to_terminal() const;  ///< does the result go to a terminal?
};

/// Adds a noun to the program; one of its verbs must follow it.
[[nodiscard]] CLI::App& add_noun(CLI::App& program, const std::string& name, const std::string& summary);

/// Adds `noun verb` with the common options, and the options of reading for the nouns that read tables. Its help opens
/// with the examples (two at least, runnable on shipped data). `run` is called once the command line has been read.
CLI::App& add_command(CLI::App& noun, const std::string& verb, const std::string& summary,
                      const std::vector<Example>& examples, Session& session, std::function<void()> run);

/// The examples that the help of a command opens with; none for the program and its nouns.
[[nodiscard]] std::vector<Example> examples_of(const CLI::App& command);

/// `read_table` with the options of reading; recorded for the JSON header, its notes told.
[[nodiscard]] Table read_input(Session& session, const std::string& path);
/// The text of a file that is no table, in UTF-8 as `decode_text` puts it there; an encoding that was assumed is told.
void decode_input(Session& session, const std::string& path, std::string_view bytes, DecodedText& result);

/// To be called when all inputs have been read and before a file is written (what prints the result does so itself).
/// @throws InputError if --rename or --recode name a column that no input has
void check_reading(Session& session);

/// To be called before anything is written past the functions below, so that the progress line is out of the way.
void erase_progress(const Session& session);

/// Tells the user now (standard error, unless --quiet) and in the JSON header.
void warn(Session& session, std::string message);

/// What was assumed, told as `warn` does; nothing is wrong.
void note(Session& session, std::string message);

/// Told beside the result: how large the input was, which files were written. One line, without its end.
void tell(Session& session, std::string line);

/// The same, where a fault makes a part of the result lacking: --quiet does not silence it.
void tell_fault(Session& session, std::string line);

/// The command's main result in the chosen format; `--output` may also name an .xlsx, .dta or .sav file.
void print_table(Session& session, const Table& table);

/// A second table of the command, in the file that an option names.
void write_beside(const Session& session, const Table& table, const std::string& path);

/// @throws UsageError when --spreadsheet-safe was given to a command that writes a folder which is compared byte by
/// byte
void require_unguarded(const Session& session);

/// A nested result, laid out as it is written. JSON always, except that `as_table` is shown where the user asked for
/// csv or table.
/// @param json_text  the value of "result"
/// @throws UsageError if a table was asked for and there is none
void print_json(Session& session, const std::string& json_text, const Table* as_table = nullptr);

/// A nested result as JSON, written piece by piece: `write` puts the value of "result" on the stream. Warnings belong
/// before the call, since they stand in the header.
void stream_json(Session& session, const std::function<void(std::ostream&)>& write);

/// Plain text (help, reports of checks) to the output.
void print_text(Session& session, const std::string& text);

/// To be called before a text in a format of its own (HTML, say) is made. @param ending  of names of such files:
/// ".html"
/// @throws UsageError where --format or the name of the output ask for another format; a .txt file takes any text
void require_own_format(const Session& session, const std::string& ending);

}  // namespace tarazy
