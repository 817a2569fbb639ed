#pragma once

// For tests only: a study with two documents, asked through its routes as a page asks.

#include "serve/coding/coding_routes.hpp"
#include "serve/workspace/study_folder_test.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
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
    nlohmann::json get(const std::string& name, std::map<std::string, std::string> query);
    nlohmann::json post(const std::string& name, const nlohmann::json& body);
    Answer answer(Request request);
    /// Makes a code. @return its key
    std::string code(const std::string& name);
    nlohmann::json mark(const std::string& who, const std::string& code, int start, int end,
                        const std::string& doc = "en");

    StudyFolder folder;
    Workspace workspace{folder.path("workspace.sqlite")};
    Routes routes = coding_routes();
};

}  // namespace tarazy::testing_serve
