#include "serve/start/start_routes.hpp"

#include "base/error.hpp"
#include "base/passing_folder.hpp"
#include "base/program_version.hpp"
#include "io/atomic_file.hpp"
#include "io/disk_error.hpp"
#include "io/toml_document.hpp"
#include "serve/request_json.hpp"
#include "serve/start/arriving_file.hpp"
#include "study/study_overrides.hpp"
#include "table/state_codes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace tarazy {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// Of a study the title and when it was worked on last; a file that is no TOML is shown by its folder.
json study_card(const ServedFolder& folder, const std::string& relative) {
    const fs::path place = fs::path(folder.path) / relative;
    json card = {{"path", relative}, {"title", json::object()}, {"focus", ""}};
    std::error_code ignored;
    const auto written = fs::last_write_time(place / "study.toml", ignored);
    card["changed"] =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(written).time_since_epoch())
            .count();
    card["report"] = fs::is_regular_file(place / "output/report.html", ignored);
    try {
        const TomlValue root = parse_toml(read_file((place / "study.toml").string()), "study.toml");
        for (const char* language : {"en", "kk", "ru"})
            if (const TomlValue* title = find_key(root, std::string("study.title.") + language))
                card["title"][language] = title->text;
        if (const TomlValue* focus = find_key(root, "study.focus")) card["focus"] = focus->text;
    } catch (const InputError&) {
    } catch (const FileError&) {
    }
    return card;
}

Answer start(const ServedPlace& place) {
    std::vector<json> studies;
    for (const std::string& relative : studies_within(place.folder))
        studies.push_back(study_card(place.folder, relative));
    std::ranges::stable_sort(studies, [](const json& a, const json& b) { return a.at("changed") > b.at("changed"); });
    return json_answer({{"folder", place.folder.path}, {"version", program_version()}, {"studies", studies}});
}

/// Today's states by ISO code, with their names in three languages and the spellings by which they are found.
Answer states() {
    std::map<std::string, const State*> by_code;
    for (const State& state : all_states())
        if (!state.iso3.empty()) by_code.emplace(state.iso3, find_state(state.iso3, StateScheme::iso3));
    json list = json::array();
    for (const auto& [code, state] : by_code) {
        if (state == nullptr || state->iso3 != code) continue;
        list.push_back({{"code", code},
                        {"en", state->name_en},
                        {"kk", state->name_kk},
                        {"ru", state->name_ru},
                        {"others", state->other_names}});
    }
    return json_answer({{"states", list}});
}

Answer files(const ServedPlace& place, const Request& request) {
    const std::string folder = path_within(place.folder, asked(request, "folder", ""));
    json list = json::array();
    for (const FolderEntry& entry : entries_of(folder))
        list.push_back(
            {{"name", entry.name}, {"folder", entry.folder}, {"study", entry.study}, {"bytes", entry.bytes}});
    return json_answer({{"folder", relative_to(place.folder, folder)}, {"entries", list}});
}

/// The words of `study new` for a form.
std::vector<std::string> new_study_words(const ServedPlace& place, const json& body, const std::string& folder) {
    std::vector<std::string> words = {"study", "new", relative_to(place.folder, folder)};
    const auto option = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        for (std::string& word : option_words(name, value)) words.push_back(std::move(word));
    };
    option("--focus", text_of(body, "focus", ""));
    option("--poles", text_of(body, "poles", ""));
    option("--years", text_of(body, "years", ""));
    option("--comparison", text_of(body, "comparison", ""));
    option("--title", text_of(body, "title_en", ""));
    option("--title-kk", text_of(body, "title_kk", ""));
    option("--title-ru", text_of(body, "title_ru", ""));
    for (const std::string& file : texts_of(body, "files")) {
        // A role may stand before the path, which must lie within the folder.
        const std::size_t equals = file.find('=');
        const std::string path = equals == std::string::npos ? file : file.substr(equals + 1);
        const std::string named = relative_to(place.folder, path_within(place.folder, path));
        option("--data", equals == std::string::npos ? named : file.substr(0, equals + 1) + named);
    }
    return words;
}

/// What was said, without the lines that name the files written and the next command: the page does both.
std::string without_names_of_files(const std::string& said) {
    std::string kept;
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.find('\n', at), said.size() - 1) + 1;
        const std::string_view line = std::string_view(said).substr(at, end - at);
        if (!line.starts_with("wrote ") && !line.starts_with("next: ")) kept += line;
        at = end;
    }
    return kept;
}

/// Runs `study new` and gives what it wrote. Without "save" in a folder that is removed again.
Answer new_study(const ServedPlace& place, const Request& request) {
    const json body = body_of(request);
    const std::string wanted = path_within(place.folder, text_of(body, "folder"));
    if (wanted == place.folder.path)
        throw RefusedRequest{422, "The study needs a folder of its own; give it a name.", ""};
    std::error_code ignored;
    if (fs::exists(wanted, ignored) && !fs::is_empty(wanted, ignored))
        throw RefusedRequest{
            409,
            "There is something in the folder '" + relative_to(place.folder, wanted) + "' already; give another name.",
            ""};
    const bool save = body.value("save", false);
    // The study is called by its folder, so that the one that is thrown away has the same name.
    std::optional<PassingFolder> aside;
    if (!save) aside.emplace(place.folder.path, passing_new_study);
    const std::string folder = save ? wanted : (aside->path() / fs::path(wanted).filename()).string();
    const bool invented = body.value("invented", false);
    OwnCommand command{place.program,
                       invented ? std::vector<std::string>{"study", "new", relative_to(place.folder, folder)}
                                : new_study_words(place, body, folder),
                       place.folder.path};
    fs::create_directories(fs::path(folder).parent_path(), ignored);
    const CommandOutcome outcome = run_own_command(command);
    json result = {{"status", outcome.status},
                   {"said", without_names_of_files(outcome.errors)},
                   {"text", nullptr},
                   {"path", relative_to(place.folder, wanted)}};
    command.arguments[2] = relative_to(place.folder, wanted);
    result["command"] = as_typed(command);
    if (fs::is_regular_file(folder + "/study.toml", ignored)) result["text"] = read_file(folder + "/study.toml");
    return json_answer(result);
}

bool is_file_name(const std::string& name) {
    return !name.empty() && name.size() <= 200 && !name.starts_with('.') &&
           std::ranges::none_of(name, [](unsigned char c) { return c < 0x20 || c == 0x7F || c == '/' || c == '\\'; });
}

}  // namespace

Routes start_routes(ServedPlace& place) {
    return {{"GET", "/api/start", false, [&place](const Request&) { return start(place); }},
            {"GET", "/api/states", false, [](const Request&) { return states(); }},
            {"GET", "/api/files", false, [&place](const Request& request) { return files(place, request); }},
            {"POST", "/api/new", false, [&place](const Request& request) { return new_study(place, request); }}};
}

UploadSink begin_upload(const ServedPlace& place, const Request& request) {
    const std::string name = asked(request, "name"), folder = path_within(place.folder, asked(request, "folder", ""));
    if (!is_file_name(name)) throw RefusedRequest{422, "This is no name of a file.", ""};
    std::error_code ignored;
    const fs::path target = fs::path(folder) / name;
    if (fs::exists(target, ignored) && asked(request, "replace", "") != "1")
        throw RefusedRequest{409, "There is a file '" + name + "' already.", ""};
    (void)path_within(place.folder, relative_to(place.folder, target.string()));
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw DiskError(folder + ": cannot be made (" + error.message() + ")", error.value());
    const auto file = std::make_shared<ArrivingFile>(target.string());
    return {[file](std::string_view bytes) { file->take(bytes); },
            [file, path = relative_to(place.folder, target.string())] {
                file->keep();
                return json_answer({{"path", path}, {"bytes", file->size()}});
            }};
}

}  // namespace tarazy
