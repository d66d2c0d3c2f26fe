module mtcheck.test/reviewdog

go 1.21.7

require (
	github.com/reviewdog/reviewdog v0.17.4
	google.golang.org/protobuf v1.33.0
)

require (
	github.com/golang/protobuf v1.5.4 // indirect
	github.com/reviewdog/errorformat v0.0.0-20240311054359-739e471a49b3 // indirect
)
