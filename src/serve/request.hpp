#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

class Workspace;

/// The study that a page works on. Its folder was found to lie within the folder that is served.
struct ServedStudy {
    std::string folder;              ///< absolute, without links
    std::string file;                ///< its study.toml
    Workspace* workspace = nullptr;  ///< what people have entered; open
    std::string no_workspace = {};   ///< why it cannot be used, of routes that do without (`Route::Uses`)
};

/// A request that has passed the gate (gate.hpp): it comes from a page of ours.
struct Request {
    std::string method;  ///< "GET", "POST"
    std::string path;    ///< "/api/coding/segments"
    std::map<std::string, std::string> query;
    std::string body;   ///< of POST: JSON
    std::string tab;    ///< names the browser tab that asks, so that the log can tell who changed what
    ServedStudy study;  ///< of routes that need one (`Route::of_study`)
};

/// What goes back.
struct Answer {
    int status = 200;
    std::string body;
    std::string type = "application/json";
    std::map<std::string, std::string> headers = {};
};

/// What the page that asks can mend; the page shows the sentence.
struct RefusedRequest {
    int status = 400;  ///< 400 not understood, 403 not allowed, 404 not there, 409 changed meanwhile, 413 too large,
                       ///< 507 no space
    std::string what;
    std::string detail = {};  ///< JSON that goes along: of 409 what is there now
};

/// One thing that a page can ask for.
struct Route {
    std::string method, path;
    bool of_study = true;
    std::function<Answer(const Request&)>
        handle;  ///< @throws RefusedRequest, InputError, FileError, LimitError, UsageError
    /// What of the workspace is opened: nothing; all (the request is refused where it cannot be); or as far as it can
    /// be, and why not stands in `ServedStudy::no_workspace`.
    enum class Uses { nothing, workspace, workspace_if_it_can };
    Uses uses = Uses::nothing;
};
using Routes = std::vector<Route>;

}  // namespace tarazy
