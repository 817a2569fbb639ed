#include "serve/coding/coding_routes.hpp"

#include "serve/coding/coding_acts.hpp"
#include "serve/coding/coding_answers.hpp"

namespace tarazy {

Routes coding_routes() {
    const auto shelves = std::make_shared<CodingShelves>();
    Routes routes;
    const auto add = [&](const char* method, const char* name, Answer (*answer)(CodingShelves&, const Request&)) {
        routes.push_back({method, std::string("/api/coding/") + name, true,
                          [shelves, answer](const Request& request) { return answer(*shelves, request); },
                          Route::Uses::workspace});
    };
    add("GET", "desk", answer_desk);
    add("GET", "text", answer_text);
    add("GET", "codings", answer_codings);
    add("GET", "changes", answer_changes);
    add("GET", "search", answer_search);
    add("GET", "differences", answer_differences);
    add("GET", "agreement", answer_agreement);
    add("GET", "log", answer_log);
    add("GET", "places", answer_places);
    add("GET", "project", answer_project);
    add("POST", "code", act_on_code);
    add("POST", "codings", act_on_codings);
    add("POST", "memo", act_on_memo);
    add("POST", "coders", act_on_coders);
    add("POST", "undo", act_undo);
    add("POST", "redo", act_redo);
    add("POST", "tables", act_write_tables);
    add("POST", "import", act_import);
    return routes;
}

}  // namespace tarazy
