#include "serve/coding/coding_routes.hpp"

#include "serve/coding/coding_pages_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace tarazy::coding_routes_test {
namespace {

TEST(CodingRoutes, EachIsThereOnceAndOfAStudy) {
    std::set<std::string> seen;
    for (const Route& route : coding_routes()) {
        EXPECT_TRUE(seen.insert(route.method + route.path).second) << route.path;
        EXPECT_TRUE(route.path.starts_with("/api/coding/"));
        EXPECT_TRUE(route.of_study && route.uses == Route::Uses::workspace);
    }
    EXPECT_EQ(seen.size(), 18u);
}

TEST(CodingRoutes, ADayOfCoding) {
    testing_serve::CodingPages pages;
    const std::string peace = pages.code("peace");
    const auto done = pages.mark("A", peace, 38, 43);
    EXPECT_EQ(done["codings"][0]["coder"], "A");
    EXPECT_EQ(done["standing"]["undo"], "code");
    EXPECT_EQ(pages.get("codings", {{"who", "A"}, {"doc", "en"}})["codings"].size(), 1u);
    EXPECT_EQ(pages.get("places", {{"who", "A"}, {"code", peace}})["places"][0]["text"], "peace");
    pages.post("undo", {{"who", "A"}});
    EXPECT_EQ(pages.get("codings", {{"who", "A"}, {"doc", "en"}})["codings"].size(), 0u);
    EXPECT_EQ(pages.post("redo", {{"who", "A"}})["codings"].size(), 1u);
    EXPECT_TRUE(pages.post("redo", {{"who", "A"}})["nothing"].get<bool>());
    EXPECT_EQ(pages.get("log", {{"who", "A"}})["acts"].size(), 4u);
}

}  // namespace
}  // namespace tarazy::coding_routes_test
