#pragma once

// For tests only: the Kazakhstan study's tables of cases and of evidence in a folder that may be changed.

#include "serve/request.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>

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
                       std::map<std::string, std::string> query);
    nlohmann::json ask(const Routes& routes, const std::string& method, const std::string& path,
                       std::map<std::string, std::string> query, const nlohmann::json& body);

    StudyFolder folder;
    std::optional<Workspace> workspace;
    ServedStudy study;
};

}  // namespace tarazy::testing_serve
