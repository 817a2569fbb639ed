#include "serve/cases/case_study_test.hpp"

#include <nlohmann/json.hpp>

namespace tarazy::testing_serve {

nlohmann::json CopiedStudy::ask(const Routes& routes, const std::string& method, const std::string& path,
                                std::map<std::string, std::string> query) {
    return ask(routes, method, path, std::move(query), nlohmann::json::object());
}

nlohmann::json CopiedStudy::ask(const Routes& routes, const std::string& method, const std::string& path,
                                std::map<std::string, std::string> query, const nlohmann::json& body) {
    for (const Route& route : routes)
        if (route.path == path && route.method == method)
            return nlohmann::json::parse(
                route.handle({method, path, std::move(query), body.dump(), "tab", study}).body);
    throw RefusedRequest{404, "no such route", ""};
}

}  // namespace tarazy::testing_serve
