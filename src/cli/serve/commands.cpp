#include "cli/serve/commands.hpp"

#include "base/error.hpp"
#include "cli/serve/opening_page.hpp"
#include "serve/serve.hpp"

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

struct ServeWords {
    std::string study, folder;
    std::uint16_t port = 0;
    bool no_browser = false;
};

/// The folder to serve and the study in it to begin with.
std::pair<std::string, std::string> served_by(const ServeWords& words) {
    if (words.study.empty()) return {words.folder.empty() ? "." : words.folder, ""};
    const fs::path named(words.study);
    const fs::path study = fs::is_regular_file(named) ? named.parent_path() : named;
    if (!fs::is_regular_file(study / "study.toml"))
        throw UsageError("there is no study.toml in '" + words.study +
                         "'; name the folder of a study, or leave it out for the start page");
    if (words.folder.empty()) return {study.empty() ? "." : study.string(), "."};
    const fs::path relative = fs::weakly_canonical(study).lexically_relative(fs::weakly_canonical(words.folder));
    if (relative.empty() || relative.begin()->string() == "..")
        throw UsageError("the study '" + words.study + "' does not lie in --folder '" + words.folder + "'");
    return {words.folder, relative.string()};
}

bool has_desktop() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

/// Asks the desktop to open a page. Where that fails, the address in the terminal has to do.
void open_in_browser(const std::string& page) {
    const OwnCommand browser{"/usr/bin/xdg-open", {page}};
    CommandLimits limits;
    limits.time = std::chrono::seconds(5);
    (void)run_own_command(browser, limits);
}

void run_server(const ServeWords& words, Session& session) {
    ServeOptions options;
    std::tie(options.folder, options.study) = served_by(words);
    options.port = words.port;
    options.program = fs::read_symlink("/proc/self/exe").string();
    std::optional<OpeningPage> page;
    options.entered = [&page] {
        if (page) page->remove();
    };
    serve(options, session.work, [&](const std::string& address) {
        erase_progress(session);
        // Not by `tell`: without the address nobody gets in.
        std::cout << address << std::endl;
        tell(session, "open this address in a browser of this machine; Ctrl-C ends the server");
        if (words.no_browser || !has_desktop()) return;
        page.emplace(address);
        open_in_browser(page->file());
    });
}

}  // namespace

void add_serve_command(CLI::App& program, Session& session) {
    auto words = std::make_shared<ServeWords>();
    CLI::App& app =
        add_command(program, "serve",
                    "Work on studies in a browser: start one, run it, change it and see what the change does, read its "
                    "report, look at\n"
                    "tables. Answers this machine only, to whoever has the address it prints. Nothing outside the "
                    "folder is read or\n"
                    "written. Ctrl-C ends it; whatever was entered is saved already.",
                    {{"tarazy serve", "the studies of this folder, and new ones"},
                     {"tarazy serve studies/mongolia --port 8800", "one study, at an address that stays the same"}},
                    session, [words, &session] { run_server(*words, session); });
    app.add_option(
        "study", words->study,
        "folder of a study to begin with (then only this folder is served, unless --folder names one around it)");
    app.add_option("--folder", words->folder, "folder to serve (default: the current one)");
    app.add_option("--port", words->port, "port to listen on (default: a free one)")->check(CLI::Range(1, 65535));
    app.add_flag("--no-browser", words->no_browser, "do not open a browser, only print the address");
}

}  // namespace tarazy
