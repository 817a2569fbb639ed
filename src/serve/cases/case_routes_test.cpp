#include "serve/cases/case_routes.hpp"

#include "serve/cases/case_study_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::case_routes_test {
namespace {

TEST(CaseRoutes, ACellGoesIntoBothFilesAndBack) {
    testing_serve::CopiedStudy copy;
    const Routes routes = case_routes();
    const auto first = copy.ask(routes, "GET", "/api/cases/table", {{"who", "A"}});
    EXPECT_EQ(first["table"]["rows"].size(), 30u);
    EXPECT_EQ(first["table"]["cells"].size(), 300u);
    EXPECT_EQ(first["table"]["variables"].size(), 10u);
    EXPECT_EQ(first["table"]["problems"].dump(), "[]");
    const std::string cases = copy.folder.bytes("study/data/nuclear_reversal_cases.csv"),
                      cells = copy.folder.bytes("study/data/nuclear_reversal_cells.csv");
    const auto change = [&](const std::string& field, const std::string& seen, const std::string& text) {
        return copy.ask(routes, "POST", "/api/cases/cell", {},
                        {{"who", "A"},
                         {"data", "cases"},
                         {"case", "KAZ"},
                         {"variable", "ALLY"},
                         {"field", field},
                         {"seen", seen},
                         {"text", text}});
    };
    const auto after = change("value", "0.67", "0.33");
    EXPECT_EQ(after["table"]["rows"][0]["values"]["ALLY"], "0.33");
    EXPECT_EQ(after["standing"]["undo"], "value");
    EXPECT_NE(copy.folder.bytes("study/data/nuclear_reversal_cases.csv").find("candidate,1,1,0.33,0.67"),
              std::string::npos);
    EXPECT_NE(copy.folder.bytes("study/data/nuclear_reversal_cells.csv").find("KAZ,ALLY,0.33,"), std::string::npos);
    EXPECT_THROW(change("value", "0.67", "1"), RefusedRequest) << "another tab has changed it";
    const auto wrong = change("value", "0.33", "7");
    EXPECT_GT(wrong["table"]["problems"].size(), 0u) << "the engine's own messages";
    copy.ask(routes, "POST", "/api/cases/undo", {}, {{"who", "A"}});
    copy.ask(routes, "POST", "/api/cases/undo", {}, {{"who", "A"}});
    EXPECT_EQ(copy.folder.bytes("study/data/nuclear_reversal_cases.csv"), cases) << "byte for byte";
    EXPECT_EQ(copy.folder.bytes("study/data/nuclear_reversal_cells.csv"), cells);
    copy.ask(routes, "POST", "/api/cases/redo", {}, {{"who", "A"}});
    EXPECT_NE(copy.folder.bytes("study/data/nuclear_reversal_cells.csv"), cells);
    EXPECT_THROW(change("coding_status", "candidate", "done"), RefusedRequest);
}

}  // namespace
}  // namespace tarazy::case_routes_test
