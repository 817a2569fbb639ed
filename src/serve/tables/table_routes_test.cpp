#include "serve/tables/table_routes.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace table_routes_test {
namespace {

using namespace tarazy;

nlohmann::json ask(const Routes& routes, const std::string& path, const std::map<std::string, std::string>& query) {
    Request request;
    request.query = query;
    for (const Route& route : routes)
        if (route.path == path) return nlohmann::json::parse(route.handle(request).body);
    return nullptr;
}

TEST(TableRoutes, AFileIsShownByColumnsAndPages) {
    const std::string folder = testing::TempDir() + "table_routes";
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/votes.csv") << "rcid,ccode,vote\n1,2,1\n1,365,3\n2,2,\n";
    ServedPlace place{served_folder(folder), ""};
    const Routes routes = table_routes(place);
    const auto table = ask(routes, "/api/table", {{"file", "votes.csv"}});
    EXPECT_EQ(table.at("rows"), 3);
    EXPECT_EQ(table.at("columns").at(2).at("missing"), 1);
    EXPECT_EQ(table.at("columns").at(1).at("most"), 365);
    EXPECT_EQ(table.at("recognised").at("role"), "votes");
    const auto rows = ask(routes, "/api/table/rows", {{"file", "votes.csv"}, {"first", "1"}, {"count", "9"}});
    EXPECT_EQ(rows.at("rows").size(), 2u);
    EXPECT_TRUE(rows.at("rows").at(1).at(2).is_null());
    EXPECT_TRUE(ask(routes, "/api/table/coverage", {{"file", "votes.csv"}}).at("states").empty());
    EXPECT_THROW(ask(routes, "/api/table", {{"file", "../votes.csv"}}), RefusedRequest);
    EXPECT_THROW(ask(routes, "/api/table", {{"file", "none.csv"}}), RefusedRequest);
    std::filesystem::remove_all(folder);
}

TEST(TableRoutes, OfALargeFileTheFirstRowsAreReadAndThatIsSaid) {
    const std::string folder = testing::TempDir() + "table_routes_large";
    std::filesystem::create_directories(folder);
    ServedPlace place{served_folder(folder), ""};
    const Routes routes = table_routes(place);
    {
        std::ofstream file(folder + "/large.csv");
        file << "id,name,value\n";
        const std::string line = "1,\"a \n b\",2.5\n";
        std::string piece;
        while (piece.size() < (1 << 20)) piece += line;
        for (int i = 0; i < 65; ++i) file << piece;
    }
    const auto table = ask(routes, "/api/table", {{"file", "large.csv"}});
    EXPECT_GT(table.at("head_of"), 64 << 20);
    EXPECT_GT(table.at("rows"), 1000);
    EXPECT_LT(table.at("rows"), 300'000);
    EXPECT_EQ(table.at("columns").at(2).at("type"), "real");
    EXPECT_EQ(ask(routes, "/api/table/rows", {{"file", "large.csv"}, {"first", "10"}}).at("rows").at(0).at(1),
              "a \n b");
    EXPECT_TRUE(ask(routes, "/api/table/coverage", {{"file", "large.csv"}}).at("states").empty());
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace table_routes_test
