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

}  // namespace
}  // namespace table_routes_test
