#include "serve/study/export_routes.hpp"

#include "io/atomic_file.hpp"
#include "serve/request_json.hpp"
#include "serve/study/study_routes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// Files of a run, the report first; paths within its folder.
std::vector<std::string> files_of_run(const std::string& output) {
    std::vector<std::string> files;
    std::error_code ignored;
    for (const char* name : {"report.html", "manifest.json", "ledger.sqlite"})
        if (fs::is_regular_file(output + '/' + name, ignored)) files.emplace_back(name);
    std::vector<std::string> results;
    for (const FolderEntry& entry :
         fs::is_directory(output + "/results", ignored) ? entries_of(output + "/results") : std::vector<FolderEntry>())
        if (!entry.folder) results.push_back("results/" + entry.name);
    files.insert(files.end(), results.begin(), results.end());
    return files;
}

std::string type_of(const std::string& file) {
    if (file.ends_with(".html")) return "text/html; charset=utf-8";
    if (file.ends_with(".csv")) return "text/csv; charset=utf-8";
    return file.ends_with(".json") ? "application/json" : "application/octet-stream";
}

/// One file of the run, to be kept by the browser. Its name is told as it is in the folder, by its last part.
Answer run_file(const ServedPlace& place, const Request& request) {
    const std::string output = output_of(request.study), wanted = asked(request, "file");
    const std::vector<std::string> files = files_of_run(output);
    if (std::ranges::find(files, wanted) == files.end()) throw RefusedRequest{404, "The run has no such file.", ""};
    require_within(place, output + '/' + wanted);
    std::string name = fs::path(wanted).filename().string();
    if (wanted == "report.html") name = fs::path(request.study.folder).filename().string() + "-report.html";
    std::ranges::replace_if(
        name, [](unsigned char c) { return c < 0x20 || c >= 0x7F || c == '"' || c == '\\'; }, '_');
    return {200,
            read_file(output + '/' + wanted),
            type_of(wanted),
            {{"Content-Disposition", "attachment; filename=\"" + name + '"'}}};
}

/// A new folder beside the study: "uzbekistan-crate", "uzbekistan-crate-2", ...
std::string new_crate_folder(const std::string& study) {
    std::error_code ignored;
    std::string folder = study + "-crate";
    for (int number = 2; fs::exists(folder, ignored); ++number) folder = study + "-crate-" + std::to_string(number);
    return folder;
}

Answer crate(const ServedPlace& place, const Request& request) {
    require_within(place, output_of(request.study));
    // Of a study that is itself the folder served, the crate lies within it.
    const bool alone = request.study.folder == place.folder.path;
    const std::string folder = new_crate_folder(alone ? request.study.folder + "/study" : request.study.folder);
    const OwnCommand command{place.program,
                             {"study", "export", relative_to(place.folder, output_of(request.study)), "--to", "crate",
                              "--output", relative_to(place.folder, folder)},
                             place.folder.path};
    const CommandOutcome outcome = run_own_command(command);
    if (outcome.status != 0) throw RefusedRequest{422, outcome.errors, ""};
    return json_answer(
        {{"folder", relative_to(place.folder, folder)}, {"command", as_typed(command)}, {"said", outcome.errors}});
}

}  // namespace

Routes export_routes(ServedPlace& place) {
    return {{"GET", "/api/study/files", true,
             [](const Request& request) {
                 return json_answer({{"files", files_of_run(output_of(request.study))}});
             }},
            {"GET", "/download", true, [&place](const Request& request) { return run_file(place, request); }},
            {"POST", "/api/study/crate", true, [&place](const Request& request) { return crate(place, request); }}};
}

}  // namespace tarazy
