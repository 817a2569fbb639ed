#include "serve/request_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace request_json_test {
namespace {

using namespace tarazy;

Request with(const std::string& body) {
    Request request;
    request.body = body;
    request.query = {{"rows", "20"}, {"bad", "2x"}};
    return request;
}

TEST(RequestJson, BodiesAreReadByName) {
    const auto body = body_of(with(R"({"name": "a", "list": ["x", "y"], "number": 1})"));
    EXPECT_EQ(text_of(body, "name"), "a");
    EXPECT_EQ(text_of(body, "other", "b"), "b");
    EXPECT_EQ(texts_of(body, "list"), (std::vector<std::string>{"x", "y"}));
    EXPECT_TRUE(texts_of(body, "none").empty());
    EXPECT_THROW((void)text_of(body, "number"), RefusedRequest);
    EXPECT_THROW((void)texts_of(body, "name"), RefusedRequest);
}

TEST(RequestJson, WhatIsNoObjectIsRefused) {
    for (const char* body : {"", "[1]", "{", "1", "{\"a\": \xff}"})
        EXPECT_THROW((void)body_of(with(body)), RefusedRequest) << body;
}

TEST(RequestJson, QueriesAreReadByName) {
    EXPECT_EQ(asked_number(with(""), "rows", 5), 20u);
    EXPECT_EQ(asked_number(with(""), "other", 5), 5u);
    EXPECT_THROW((void)asked_number(with(""), "bad", 5), RefusedRequest);
    EXPECT_THROW((void)asked(with(""), "other"), RefusedRequest);
}

TEST(RequestJson, AnswersAreUtf8) {
    EXPECT_EQ(json_answer(nlohmann::json{{"a", "\xff"}}).body, "{\"a\":\"\xEF\xBF\xBD\"}");
}

}  // namespace
}  // namespace request_json_test
