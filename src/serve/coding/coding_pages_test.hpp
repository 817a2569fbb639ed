#pragma once

// For tests only: a study with two documents, asked through its routes as a page asks.

#include "serve/coding/coding_routes.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace tarazy::testing_serve {

/// The smallest study file.
inline constexpr const char* smallest_study =
    "[study]\nid = \"small\"\nfocus = \"KAZ\"\nyears = [1992, 2020]\n"
    "title = { en = \"A small study\", kk = \"Шағын зерттеу\", ru = \"Небольшое исследование\" }\n"
    "[[pole]]\nid = \"RUS\"\nname = { en = \"Russia\" }\nmembers = [\"RUS\"]\n[[pole]]\nid = \"CHN\"\nname = { en = "
    "\"China\" }\nmembers = [\"CHN\"]\n";

class CodingPages {
public:
    CodingPages() {
        folder.write("study.toml", smallest_study);
        folder.write("documents/kk.txt", "Полигон жабылды. Қазақстан 😀 бейбіт жол таңдады.\n");
        folder.write("documents/en.txt", "The site was closed. Kazakhstan chose peace.\n");
    }
    nlohmann::json get(const std::string& name, std::map<std::string, std::string> query) {
        return nlohmann::json::parse(answer({"GET", "/api/coding/" + name, std::move(query), "", "tab", {}}).body);
    }
    nlohmann::json post(const std::string& name, const nlohmann::json& body) {
        return nlohmann::json::parse(answer({"POST", "/api/coding/" + name, {}, body.dump(), "tab", {}}).body);
    }
    Answer answer(Request request) {
        request.study = {folder.path(), folder.path("study.toml"), &workspace};
        for (const Route& route : routes)
            if (route.path == request.path && route.method == request.method) return route.handle(request);
        throw RefusedRequest{404, "no such route", ""};
    }
    std::string code(const std::string& name) {
        post("code", {{"who", "A"}, {"do", "create"}, {"code", name}});
        const nlohmann::json desk = get("desk", {{"who", "A"}});
        for (const auto& one : desk["codes"])
            if (one["code"] == name) return one["key"];
        return "";
    }
    nlohmann::json mark(const std::string& who, const std::string& code, int start, int end,
                        const std::string& doc = "en") {
        return post("codings",
                    {{"who", who}, {"add", {{{"doc", doc}, {"start", start}, {"end", end}, {"code", code}}}}});
    }

    StudyFolder folder;
    Workspace workspace{folder.path("workspace.sqlite")};
    Routes routes = coding_routes();
};

}  // namespace tarazy::testing_serve
