#include "serve/coding/coding_pages_test.hpp"

#include <nlohmann/json.hpp>

namespace tarazy::testing_serve {

nlohmann::json CodingPages::get(const std::string& name, std::map<std::string, std::string> query) {
    return nlohmann::json::parse(answer({"GET", "/api/coding/" + name, std::move(query), "", "tab", {}}).body);
}

nlohmann::json CodingPages::post(const std::string& name, const nlohmann::json& body) {
    return nlohmann::json::parse(answer({"POST", "/api/coding/" + name, {}, body.dump(), "tab", {}}).body);
}

Answer CodingPages::answer(Request request) {
    request.study = {folder.path(), folder.path("study.toml"), &workspace};
    for (const Route& route : routes)
        if (route.path == request.path && route.method == request.method) return route.handle(request);
    throw RefusedRequest{404, "no such route", ""};
}

std::string CodingPages::code(const std::string& name) {
    post("code", {{"who", "A"}, {"do", "create"}, {"code", name}});
    const nlohmann::json desk = get("desk", {{"who", "A"}});
    for (const auto& one : desk["codes"])
        if (one["code"] == name) return one["key"];
    return "";
}

nlohmann::json CodingPages::mark(const std::string& who, const std::string& code_key, int start, int end,
                                 const std::string& doc) {
    return post("codings",
                {{"who", who}, {"add", {{{"doc", doc}, {"start", start}, {"end", end}, {"code", code_key}}}}});
}

}  // namespace tarazy::testing_serve
