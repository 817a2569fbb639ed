#include "report/figure_files.hpp"

#include "base/error.hpp"
#include "base/leftovers.hpp"
#include "base/passing_folder.hpp"
#include "io/atomic_file.hpp"
#include "report/embedded.hpp"
#include "report/figure_data.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <sstream>
#include <thread>

extern char** environ;  // NOLINT: POSIX declares it nowhere

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// Runs a program found on PATH; its standard output and error go to files.
/// @returns its exit status; nothing when there is no such program
/// @throws Interrupted when a stop was asked for; the program has ended then
std::optional<int> run_program(std::vector<std::string> words, const std::string& out, const std::string& err,
                               const Work& work) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return std::nullopt;
    const Leftover running([child] { ::kill(child, SIGKILL); });
    int status = 0;
    for (pid_t ended = 0; ended != child;) {
        ended = ::waitpid(child, &status, WNOHANG);
        if (ended < 0 && errno != EINTR) return -1;
        if (ended == child) break;
        if (work.stop_asked()) {
            ::kill(child, SIGKILL);
            while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
            }
            work.check();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// Node prints the line of code first; the sentence that says what is wrong starts with "Error" or "SyntaxError".
std::string what_node_says(const std::string& text) {
    for (const std::string& line : lines_of(text)) {
        if (line.find("Error") != std::string::npos) return line;
    }
    return "it gave no reason";
}

/// Runs the drawing code. @returns the names of the files that it wrote into the folder
std::vector<std::string> draw_into(const std::string& folder, const std::string& figures, const std::string& language,
                                   const fs::path& place, const Work& work) {
    const std::string script = (place / "figures.mjs").string(), data = (place / "figures.json").string(),
                      out = (place / "out").string(), err = (place / "err").string();
    write_file_atomically(script, embedded_file("figures.mjs"));
    write_file_atomically(data, figures);
    const auto status = run_program({"node", script, data, folder, language}, out, err, work);
    if (!status || *status == 127) {
        throw FileError(
            "drawing figures needs node 18 or newer, which was not found on PATH; install it (apt install nodejs), "
            "or open the report of a study and use the buttons below each figure");
    }
    if (*status != 0)
        throw FileError("node could not draw the figures (18 or newer is needed): " + what_node_says(read_file(err)));
    return lines_of(read_file(out));
}

void require_language(const std::string& language) {
    if (std::ranges::find(report_languages, language) == report_languages.end()) {
        throw UsageError("there are no figures in '" + language + "'; use en, kk or ru");
    }
}

}  // namespace

std::vector<std::string> write_figure_files(const StudyResult& result, Chapters chapters, const std::string& language,
                                            const std::string& folder, const Work& work) {
    require_language(language);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError(folder + ": cannot be made: " + error.message());
    const PassingFolder passing(folder_for_passing_files(), "tarazy-figures");
    const fs::path& place = passing.path();
    const std::string drawn = (place / "drawn").string();
    const std::vector<std::string> names =
        draw_into(drawn, figure_data_json(ReportContext(result, chapters)), language, place, work);
    for (const std::string& name : names) write_file_atomically(folder + '/' + name, read_file(drawn + '/' + name));
    return names;
}

std::string drawn_figure(const std::string& figures, const std::string& language, const Work& work) {
    require_language(language);
    const PassingFolder passing(folder_for_passing_files(), "tarazy-figures");
    const fs::path& place = passing.path();
    const std::string folder = (place / "drawn").string();
    for (const std::string& name : draw_into(folder, figures, language, place, work)) {
        if (name.ends_with(".svg")) return read_file(folder + '/' + name);
    }
    throw FileError("node drew no figure");
}

}  // namespace tarazy
