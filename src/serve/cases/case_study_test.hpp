#pragma once

// For tests only: the Kazakhstan study's tables of cases and of evidence in a folder that may be changed.

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy::testing_serve {

class CopiedStudy {
public:
    CopiedStudy() {
        const std::filesystem::path from = TARAZY_SOURCE_DIR "/studies/kazakhstan";
        std::filesystem::copy(from, folder.path("study"), std::filesystem::copy_options::recursive);
        workspace.emplace(folder.path("study/workspace.sqlite"));
        study = {folder.path("study"), folder.path("study/study.toml"), &*workspace};
    }
    nlohmann::json ask(const Routes& routes, const std::string& method, const std::string& path,
                       std::map<std::string, std::string> query, const nlohmann::json& body = {}) {
        for (const Route& route : routes)
            if (route.path == path && route.method == method)
                return nlohmann::json::parse(
                    route.handle({method, path, std::move(query), body.dump(), "tab", study}).body);
        throw RefusedRequest{404, "no such route", ""};
    }
    StudyFolder folder;
    std::optional<Workspace> workspace;
    ServedStudy study;
};

}  // namespace tarazy::testing_serve
