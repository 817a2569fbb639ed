#include "serve/study/study_routes.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "serve/request_json.hpp"
#include "serve/study/kept_choice.hpp"
#include "serve/study/propositions_told.hpp"
#include "serve/study/study_history.hpp"
#include "serve/study/study_overview.hpp"
#include "serve/study/study_text.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>

namespace tarazy {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// The draft of a trial lies beside study.toml, since paths in it start there.
constexpr const char* trial_file = ".trial.toml";

std::vector<StudyEdit> edits_of(const json& body) {
    std::vector<StudyEdit> edits;
    if (!body.contains("edits")) return edits;
    if (!body.at("edits").is_array())
        throw RefusedRequest{400, "The request is not understood: 'edits' is no list.", ""};
    for (const json& one : body.at("edits")) {
        if (!one.is_object()) throw RefusedRequest{400, "The request is not understood: an edit is no object.", ""};
        const std::string kind = text_of(one, "kind", "set");
        StudyEdit edit;
        edit.kind = kind == "add"      ? StudyEdit::Kind::add
                    : kind == "remove" ? StudyEdit::Kind::remove
                                       : StudyEdit::Kind::set;
        edit.path = text_of(one, "path");
        edit.value = text_of(one, "value", "");
        edits.push_back(std::move(edit));
    }
    return edits;
}

json changes_json(std::string_view before, std::string_view after) {
    json changes = json::array();
    for (const ChangedLines& change : changed_lines(before, after))
        changes.push_back({{"line", change.line}, {"before", change.before}, {"after", change.after}});
    return changes;
}

/// A text with its edits, what it then says, and which lines change.
json edited_json(const ServedStudy& study, const StudyText& now, const std::string& text) {
    return {{"text", text},
            {"version", now.version},
            {"changes", changes_json(now.text, text)},
            {"problems", study_problems(text, study.file, all_methods())}};
}

Answer overview_asked(const Request& request) {
    const StudyText now = study_text_of(request.study.file);
    json result = study_overview(now.text, request.study.file, all_methods());
    result["version"] = now.version;
    return json_answer(result);
}

StudyFile study_of(const ServedStudy& study) {
    return parse_study_file(study_text_of(study.file).text, study.file, all_methods());
}

/// What a test may name, and what its comparison says, for the form of a proposition.
Answer quantities_asked(const Request& request) {
    return json_answer(
        {{"forms", quantities_told(study_of(request.study), asked(request, "analysis"), all_methods())}});
}
Answer comparison_asked(const Request& request) {
    return json_answer(comparison_told(study_of(request.study), asked(request, "text")));
}

ActingPerson person_of(const Request& request) {
    return {"study", request.tab};
}

/// Does something with what people have entered, if that can be used. @return why not; empty: it was done
std::string with_history(const Request& request, const std::function<void(Workspace&)>& use) {
    if (request.study.workspace == nullptr) return request.study.no_workspace;
    try {
        use(*request.study.workspace);
    } catch (const InputError& damaged) {
        return damaged.what();
    }
    return "";
}

json text_json(const ServedStudy& study, const StudyText& now, const std::string& no_history = {}) {
    return {{"text", now.text},
            {"version", now.version},
            {"no_history", no_history},
            {"problems", study_problems(now.text, study.file, all_methods())}};
}

/// The file, and beside it what somebody had typed and not saved.
Answer text_asked(const Request& request) {
    std::optional<UnsavedText> draft;
    const std::string no_history = with_history(request, [&](Workspace& workspace) {
        settle_text(request.study);
        draft = draft_of(workspace);
    });
    const StudyText now = study_text_of(request.study.file);
    json result = text_json(request.study, now, no_history);
    if (draft && draft->text != now.text) result["draft"] = {{"text", draft->text}, {"version", draft->version}};
    return json_answer(result);
}

/// What is being typed is kept as it comes, and checked.
Answer draft_checked(const Request& request) {
    const json body = body_of(request);
    const std::string no_history = with_history(request, [&](Workspace& workspace) {
        keep_draft(workspace, person_of(request), {text_of(body, "text"), text_of(body, "version")});
    });
    return json_answer({{"problems", study_problems(text_of(body, "text"), request.study.file, all_methods())},
                        {"no_history", no_history}});
}

Answer text_saved(const Request& request) {
    const json body = body_of(request);
    SavedText saved =
        save_and_log(request.study, person_of(request), "text", text_of(body, "version"), text_of(body, "text"));
    if (saved.no_history.empty())
        saved.no_history = with_history(
            request, [&](Workspace& workspace) { drop_draft(workspace, person_of(request), saved.text.text); });
    return json_answer(text_json(request.study, saved.text, saved.no_history));
}

/// What was typed is given up: that of this tab, and that which the page shows.
Answer draft_dropped(const Request& request) {
    const std::string text = text_of(body_of(request), "text");
    (void)with_history(request, [&](Workspace& workspace) { drop_draft(workspace, person_of(request), text); });
    return text_asked(request);
}

Answer stepped_back(const Request& request) {
    const bool forward = body_of(request).value("forward", false);
    const std::optional<StudyText> text =
        forward ? step_forward(request.study, person_of(request)) : step_back(request.study, person_of(request));
    json result = text_json(request.study, text ? *text : study_text_of(request.study.file));
    result["stepped"] = text.has_value();
    return json_answer(result);
}

/// Without "save" the lines are shown and nothing is written. A text with faults is not saved by a form.
Answer form_edited(const Request& request) {
    const json body = body_of(request);
    const StudyText now = study_text_of(request.study.file);
    const std::string edited = edited_study(now.text, "study.toml", edits_of(body));
    json result = edited_json(request.study, now, edited);
    if (!body.value("save", false)) return json_answer(result);
    for (const json& problem : result.at("problems"))
        if (!problem.at("warning").get<bool>())
            throw RefusedRequest{422,
                                 problem.at("what").get<std::string>() + "; " + problem.at("remedy").get<std::string>(),
                                 result.at("problems").dump()};
    result["version"] =
        save_and_log(request.study, person_of(request), "form", text_of(body, "version"), edited).text.version;
    return json_answer(result);
}

json run_json(const RunState& state) {
    return {{"phase", to_string(state.phase)},
            {"number", state.number},
            {"command", state.command},
            {"step", state.step},
            {"analysis", state.analysis},
            {"finished", state.finished},
            {"done", state.done},
            {"total", state.total},
            {"seconds", state.seconds},
            {"status", state.status},
            {"said", state.said}};
}

/// Results that are kept for unchanged analyses, lent by one folder of results to another: files of the same bytes, not
/// copies of them.
void lend_kept_results(const std::string& from, const std::string& to) {
    std::error_code ignored;
    fs::create_directories(to + "/.cache", ignored);
    for (fs::directory_iterator at(from + "/.cache", ignored), end; !ignored && at != end; at.increment(ignored)) {
        std::error_code there;
        fs::create_hard_link(at->path(), fs::path(to) / ".cache" / at->path().filename(), there);
    }
}

std::string language_of(const json& body) {
    const std::string language = text_of(body, "language", "en");
    return language == "kk" || language == "ru" ? language : "en";
}

OwnCommand run_of(const ServedPlace& place, const std::string& file, const std::string& output,
                  const std::string& language) {
    OwnCommand command{place.program, {"study", "run", relative_to(place.folder, file)}, place.folder.path};
    if (output != file + "/output")
        command.arguments.insert(command.arguments.end(), {"--output", relative_to(place.folder, output)});
    if (language != "en") command.arguments.insert(command.arguments.end(), {"--language", language});
    command.for_server = {"--progress", "lines"};
    return command;
}

/// Computes the study with some changes, beside the results that stand; what the changes do not touch is taken from
/// these.
Answer try_changes(ServedPlace& place, const Request& request) {
    require_within(place, trial_of(request.study) + "/.cache");
    require_within(place, request.study.folder + '/' + trial_file);
    const json body = body_of(request);
    const StudyText now = study_text_of(request.study.file);
    const std::string edited = edited_study(now.text, "study.toml", edits_of(body));
    (void)parse_study_file(edited, "study.toml", all_methods());
    if (place.runs.state(trial_of(request.study)).phase == RunState::Phase::running)
        throw RefusedRequest{409, "A trial is under way already.", ""};
    const std::string file = request.study.folder + '/' + trial_file;
    write_file_atomically(file, edited);
    lend_kept_results(output_of(request.study), trial_of(request.study));
    return json_answer(run_json(
        place.runs.begin(trial_of(request.study), run_of(place, file, trial_of(request.study), language_of(body)))));
}

Answer study_run(ServedPlace& place, const Request& request) {
    require_within(place, output_of(request.study) + "/.cache");
    const json body = body_of(request);
    // What a trial has computed need not be computed again when it is kept.
    if (fs::is_directory(trial_of(request.study) + "/.cache"))
        lend_kept_results(trial_of(request.study), output_of(request.study));
    return json_answer(run_json(place.runs.begin(
        output_of(request.study), run_of(place, request.study.folder, output_of(request.study), language_of(body)))));
}

std::string place_of_run(const Request& request) {
    return asked(request, "which", "output") == "trial" ? trial_of(request.study) : output_of(request.study);
}

Answer choice_kept(const Request& request) {
    const json body = body_of(request);
    const StudyText now = study_text_of(request.study.file);
    const std::string kept =
        with_choice(now.text, text_of(body, "name"), text_of(body, "reason"), language_of(body), edits_of(body));
    json result = edited_json(request.study, now, kept);
    if (body.value("save", false))
        result["version"] =
            save_and_log(request.study, person_of(request), "choice", text_of(body, "version"), kept).text.version;
    return json_answer(result);
}

}  // namespace

std::string output_of(const ServedStudy& study) {
    return study.folder + "/output";
}

std::string trial_of(const ServedStudy& study) {
    return study.folder + "/.trial";
}

Routes study_routes(ServedPlace& place) {
    const auto study = [&place](const Request& request) { return relative_to(place.folder, request.study.folder); };
    const auto output = [&place](const Request& request) {
        require_within(place, place_of_run(request));
        return relative_to(place.folder, place_of_run(request));
    };
    Routes routes;
    const auto get = [&](const char* path, auto handle) { routes.push_back({"GET", path, true, handle}); };
    const auto post = [&](const char* path, auto handle) { routes.push_back({"POST", path, true, handle}); };
    const auto logged = [&](const char* method, const char* path, auto handle) {
        routes.push_back({method, path, true, handle, Route::Uses::workspace_if_it_can});
    };
    get("/api/study", overview_asked);
    logged("GET", "/api/study/text", text_asked);
    logged("POST", "/api/study/drop", draft_dropped);
    logged("POST", "/api/study/back", stepped_back);
    logged("POST", "/api/study/check", draft_checked);
    logged("POST", "/api/study/text", text_saved);
    logged("POST", "/api/study/edit", form_edited);
    logged("POST", "/api/study/choice", choice_kept);
    get("/api/study/quantities", quantities_asked);
    get("/api/study/comparison", comparison_asked);
    get("/api/study/status", [&place, study, output](const Request& request) {
        return json_answer(command_json(place, {"study", "status", study(request), "--run", output(request)}));
    });
    get("/api/study/run",
        [&place](const Request& request) { return json_answer(run_json(place.runs.state(place_of_run(request)))); });
    post("/api/study/run", [&place](const Request& request) { return study_run(place, request); });
    post("/api/study/trial", [&place](const Request& request) { return try_changes(place, request); });
    post("/api/study/stop", [&place](const Request& request) {
        place.runs.stop(place_of_run(request));
        return json_answer(run_json(place.runs.state(place_of_run(request))));
    });
    get("/api/study/changes", [&place](const Request& request) {
        return json_answer(command_json(place, {"study", "diff", relative_to(place.folder, output_of(request.study)),
                                                relative_to(place.folder, trial_of(request.study))}));
    });
    get("/api/study/claim", [&place, output](const Request& request) {
        const std::string id = asked(request, "id");
        std::vector<std::string> words = {"explain",       id,       "--study",
                                          output(request), "--rows", std::to_string(asked_number(request, "rows", 20))};
        if (const std::string language = asked(request, "language", "en"); language == "kk" || language == "ru")
            words.insert(words.end(), {"--language", language});
        // What looks like an option is none.
        if (id.starts_with('-')) {
            words.erase(words.begin() + 1);
            words.insert(words.end(), {"--", id});
        }
        return json_answer(command_json(place, std::move(words)));
    });
    get("/api/study/result", [&place, study](const Request& request) {
        std::vector<std::string> words = {"study", "run", study(request)};
        const auto option = [&](const char* name, const std::string& value) {
            for (std::string& word : option_words(name, value)) words.push_back(std::move(word));
        };
        option("--only", asked(request, "analysis"));
        if (const std::string table = asked(request, "table", ""); !table.empty()) option("--table", table);
        return json_answer(command_json(place, std::move(words)));
    });
    return routes;
}

}  // namespace tarazy
