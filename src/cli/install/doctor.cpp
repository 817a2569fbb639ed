#include "base/error.hpp"
#include "base/program_version.hpp"
#include "base/ranks.hpp"
#include "cli/install/commands.hpp"
#include "text/corpus/limited_process.hpp"
#include "text/corpus/spelling_lexicon.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>

namespace tarazy {
namespace {

/// One thing that was looked at. `remedy` is empty where nothing is wrong.
struct LookedAt {
    std::string thing, found, needed_for, remedy;
};

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// What a program says of its version; nothing when it is not there.
std::optional<std::string> version_of(const std::vector<std::string>& words, const Work& work) {
    ProcessLimits limits;
    limits.wall_seconds = 10;
    limits.memory = std::uint64_t{64} << 30;  // Node reserves addresses it does not use
    const ProcessResult result = run_limited_process(words, limits, work);
    if (result.end != ProcessResult::End::exited) return std::nullopt;
    return first_line(result.output.empty() ? result.errors : result.output);
}

LookedAt program_itself() {
    std::error_code error;
    const std::filesystem::path place = std::filesystem::read_symlink("/proc/self/exe", error);
    return {"tarazy", program_version() + (error ? std::string() : ", " + place.string()), "everything", ""};
}

LookedAt drawing(const Work& work) {
    constexpr int oldest = 18;
    const auto version = version_of({"node", "--version"}, work);
    LookedAt looked{"Node.js", version.value_or(""), "report figures; reports need none", ""};
    const int major = version && version->size() > 1 ? std::atoi(version->c_str() + 1) : 0;
    if (major < oldest) looked.remedy = "apt install nodejs (" + std::to_string(oldest) + " or newer)";
    return looked;
}

LookedAt pdf_reader(const Work& work) {
    const auto version = version_of({"pdftotext", "-v"}, work);
    return {"pdftotext", version.value_or(""), "text: documents in PDF", version ? "" : "apt install poppler-utils"};
}

std::vector<LookedAt> spelling(const Work& work) {
    struct Dictionary {
        const char *language, *name, *package;
    };
    constexpr std::array<Dictionary, 3> dictionaries = {Dictionary{"Kazakh", "kk_KZ", "hunspell-kk"},
                                                        Dictionary{"Russian", "ru_RU", "hunspell-ru"},
                                                        Dictionary{"English", "en_US", "hunspell-en-us"}};
    std::vector<LookedAt> all;
    for (const Dictionary& dictionary : dictionaries) {
        work.check();
        LookedAt looked{std::string("words of ") + dictionary.language, "", "text: lemmas and word forms",
                        std::string("apt install ") + dictionary.package};
        for (const std::string& folder : usual_spelling_folders()) {
            const std::string file = folder + '/' + dictionary.name + ".dic";
            std::error_code error;
            if (!std::filesystem::is_regular_file(file, error)) continue;
            looked.found = file;
            looked.remedy.clear();
            break;
        }
        all.push_back(std::move(looked));
    }
    return all;
}

std::string gigabytes(double bytes) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f GB", bytes / 1e9);
    return text.data();
}

/// A folder into which is written: may we, and is there room?
LookedAt room(const std::string& thing, const std::filesystem::path& folder, const std::string& needed_for) {
    constexpr double enough = 200e6;  // a study with its ledger and results takes 50 MB
    LookedAt looked{thing, folder.string(), needed_for, ""};
    std::error_code error;
    const std::filesystem::space_info space = std::filesystem::space(folder, error);
    if (error) {
        looked.remedy = "cannot be looked at: " + error.message();
        return looked;
    }
    looked.found += ", " + gigabytes(static_cast<double>(space.available)) + " free";
    if (::access(folder.c_str(), W_OK) != 0) looked.remedy = "cannot be written to; work in another folder";
    if (static_cast<double>(space.available) < enough) looked.remedy = "little room: make 0.2 GB free";
    return looked;
}

LookedAt machine() {
    const double memory = static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
    return {"machine", std::to_string(std::thread::hardware_concurrency()) + " cores, " + gigabytes(memory), "speed",
            memory < 1e9 ? "below 1 GB of memory large studies end with status 5" : ""};
}

LookedAt letters() {
    std::string found;
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        found = value;
        break;
    }
    const bool utf8 = found.find("UTF-8") != std::string::npos || found.find("utf8") != std::string::npos;
    return {"letters of the terminal", found.empty() ? "no locale" : found, "Kazakh, Russian and Chinese on the screen",
            utf8 ? "" : "export LANG=C.UTF-8"};
}

LookedAt raw_data() {
    const char* const folder = std::getenv("TARAZY_DATA");
    if (folder == nullptr || *folder == '\0')
        return {"TARAZY_DATA", "not set", "studies that are derived from raw data; runs need none", ""};
    std::error_code error;
    const bool there = std::filesystem::is_directory(folder, error);
    return {"TARAZY_DATA", folder, "studies that are derived from raw data",
            there ? "" : "there is no such folder; unset it, or name the folder of the raw data"};
}

/// A terminal without a desktop is no fault: the address can be opened in any browser of the machine.
LookedAt browser() {
    const bool desktop = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
    LookedAt looked{"browser", desktop ? "opened by xdg-open" : "no desktop: open the address yourself", "serve", ""};
    if (desktop && ::access("/usr/bin/xdg-open", X_OK) != 0) {
        looked.found = "no xdg-open";
        looked.remedy = "apt install xdg-utils, or open the address that serve prints yourself";
    }
    return looked;
}

LookedAt processes(const Work& work) {
    const auto version = SpreadOverRanks::possible() ? version_of({"mpirun", "--version"}, work) : std::nullopt;
    const std::string found = !SpreadOverRanks::possible() ? "built without MPI" : version.value_or("no mpirun");
    return {"MPI", found, "several machines at once; threads need none", ""};
}

void look(Session& session) {
    std::error_code error;
    const Work& work = session.work;
    std::vector<LookedAt> all = {program_itself(), machine(), letters()};
    all.push_back(room("this folder", std::filesystem::current_path(error), "results"));
    all.push_back(room("temporary folder", std::filesystem::temp_directory_path(error), "drawing, PDF"));
    for (LookedAt& dictionary : spelling(work)) all.push_back(std::move(dictionary));
    for (LookedAt& other : std::vector{pdf_reader(work), drawing(work), browser(), raw_data(), processes(work)})
        all.push_back(std::move(other));
    std::array<std::vector<std::string>, 5> columns;
    for (const LookedAt& looked : all) {
        const std::string cells[] = {looked.thing, looked.remedy.empty() ? "ok" : "lacking", looked.found,
                                     looked.needed_for, looked.remedy};
        for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(cells[i]);
        if (!looked.remedy.empty()) session.status = exit_check_failed;
    }
    Table table;
    const char* const names[] = {"thing", "state", "found", "needed_for", "remedy"};
    for (std::size_t i = 0; i < columns.size(); ++i) table.add(names[i], Column(columns[i]));
    print_table(session, table);
}

}  // namespace

void add_doctor(CLI::App& program, Session& session) {
    add_command(
        program, "doctor",
        "What this machine lacks for what Tarazy does: programs, word lists, room, memory, and how each is mended. "
        "Exit status 1 when something is lacking.",
        {{"tarazy doctor", "look once after installing"}, {"tarazy doctor --format json", "for a report of a fault"}},
        session, [&session] { look(session); });
}

}  // namespace tarazy
