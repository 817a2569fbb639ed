#include "serve/serve.hpp"

#include "base/abandoned.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "report/embedded.hpp"
#include "serve/cases/case_routes.hpp"
#include "serve/coding/coding_routes.hpp"
#include "serve/evidence/evidence_routes.hpp"
#include "serve/report_page.hpp"
#include "serve/request_json.hpp"
#include "serve/start/arriving_file.hpp"
#include "serve/start/start_routes.hpp"
#include "serve/study/export_routes.hpp"
#include "serve/study/study_routes.hpp"
#include "serve/tables/table_routes.hpp"
#include "serve/workspace/field_drafts.hpp"
#include "serve/workspace/open_workspaces.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <utility>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr const char* html_type = "text/html; charset=utf-8";

/// The words of all pages in one language, out of the catalogues called serve*.
Answer messages(const Request& request) {
    const std::string language = asked(request, "language", "en");
    if (language != "en" && language != "kk" && language != "ru")
        throw RefusedRequest{404, "There are no words in this language.", ""};
    nlohmann::json words = nlohmann::json::object();
    for (const std::string_view name : embedded_catalogues(language)) {
        if (name.find("/serve") == std::string_view::npos) continue;
        words.update(nlohmann::json::parse(embedded_file(name)));
    }
    return json_answer(words);
}

/// The study that `?study=` names, which must lie within the folder.
ServedStudy study_named(const ServedPlace& place, const Request& request) {
    ServedStudy study;
    study.folder = path_within(place.folder, asked(request, "study"));
    study.file = study.folder + "/study.toml";
    std::error_code ignored;
    if (!fs::is_regular_file(study.file, ignored)) throw RefusedRequest{404, "There is no study in this folder.", ""};
    // The file itself may be a link that leads outside.
    (void)path_within(place.folder, relative_to(place.folder, study.file));
    return study;
}

/// What people have entered into a study; the file is made when it is first asked for.
Workspace& workspace_of(const ServedPlace& place, OpenWorkspaces& workspaces, const ServedStudy& study) {
    const std::string path = workspace_path(study.folder);
    return workspaces.of(path_within(place.folder, relative_to(place.folder, path)));
}

void open_workspace(const ServedPlace& place, OpenWorkspaces& workspaces, Route::Uses uses, ServedStudy& study) {
    if (uses == Route::Uses::nothing) return;
    if (uses == Route::Uses::workspace) {
        study.workspace = &workspace_of(place, workspaces, study);
        return;
    }
    try {
        study.workspace = &workspace_of(place, workspaces, study);
    } catch (const InputError& error) {
        study.no_workspace = error.what();
    } catch (const FileError& error) {
        study.no_workspace = error.what();
    }
}

Answer report(const ServedPlace& place, const Request& request) {
    const std::string folder =
        asked(request, "which", "output") == "trial" ? trial_of(request.study) : output_of(request.study);
    std::error_code ignored;
    if (!fs::is_regular_file(folder + "/report.html", ignored))
        throw RefusedRequest{404, "There is no report yet.", ""};
    require_within(place, folder + "/report.html");
    return report_page(read_file(folder + "/report.html"));
}

Routes page_routes(ServedPlace& place) {
    Routes routes = {
        {"GET", "/", false,
         [](const Request&) {
             return Answer{200, std::string(embedded_file("serve.html")), html_type, {}};
         }},
        {"GET", "/serve.js", false,
         [](const Request&) {
             return Answer{200, std::string(embedded_file("serve.js")), "text/javascript; charset=utf-8", {}};
         }},
        {"GET", "/serve.css", false,
         [](const Request&) {
             return Answer{200, std::string(embedded_file("serve.css")), "text/css; charset=utf-8", {}};
         }},
        {"GET", "/api/messages", false, messages},
        {"GET", "/report", true, [&place](const Request& request) { return report(place, request); }}};
    for (Routes more : {start_routes(place), study_routes(place), export_routes(place), table_routes(place),
                        coding_routes(), case_routes(), evidence_routes(), field_draft_routes()})
        routes.insert(routes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return routes;
}

}  // namespace

std::function<Answer(const Request&)> page_answers(ServedPlace& place) {
    std::map<std::pair<std::string, std::string>, Route> routes;
    for (Route& route : page_routes(place)) routes.emplace(std::pair(route.method, route.path), std::move(route));
    const auto workspaces = std::make_shared<OpenWorkspaces>();
    return [&place, workspaces, routes = std::move(routes)](const Request& request) {
        const auto found = routes.find({request.method == "HEAD" ? "GET" : request.method, request.path});
        if (found == routes.end()) throw RefusedRequest{404, "There is no such page.", ""};
        if (!found->second.of_study) return found->second.handle(request);
        Request of_study = request;
        of_study.study = study_named(place, request);
        open_workspace(place, *workspaces, found->second.uses, of_study.study);
        return found->second.handle(of_study);
    };
}

void serve(const ServeOptions& options, const Work& work,
           const std::function<void(const std::string& address)>& opened) {
    ServedPlace place{served_folder(options.folder), options.program};
    sweep_arriving_files(place.folder.path, fs::file_time_type::clock::now());
    sweep_passing_folders(place.folder.path, passing_new_study);
    LocalServerOptions server_options;
    server_options.port = options.port;
    server_options.entered = options.entered;
    server_options.handle = page_answers(place);
    server_options.upload = [&place](const Request& request) { return begin_upload(place, request); };
    LocalServer server(std::move(server_options));
    opened(server.opening_address() + (options.study.empty() ? "" : "&study=" + percent_encoded(options.study)));
    server.run(work);
}

}  // namespace tarazy
